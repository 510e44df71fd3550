import type { lists as english } from '../en/lists.ts';
import type { TranslationOf } from '../translation-of.ts';

export const lists: TranslationOf<typeof english> = {
  changes_one: '{{count}} cambio, mostrar',
  changes_other: '{{count}} cambios, mostrar',
  loading: '{{what}}: cargando',
  gone: 'ya no está en esta lista',
  mark: 'Marcar',
  markOne: 'Marcar a {{whom}}',
  markAll: 'Marcar todo',
  marked_one: '{{count}} marcado',
  marked_other: '{{count}} marcados',
  unmark: 'Desmarcar todo',
  bulk: 'Acciones sobre todo lo marcado',
  previewFirst: 'Vista previa antes de escribir nada',
  closePanel: 'Cerrar el panel',
  savedViews: 'Vistas guardadas',
  name: 'Nombre',
  filterByName: 'Filtrar por nombre',
  any: 'Todos',
  site: 'Centro <b>{{chosen}}</b>',
  programme: 'Programa <b>{{chosen}}</b>',
  level: 'Nivel <b>{{chosen}}</b>',
};
