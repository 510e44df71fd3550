import type { drugTesting as english } from '../../en/events/drug-testing.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const drugTesting: TranslationOf<typeof english> = {
  ScreeningPlanSet:
    'Plan de pruebas desde el {{from}}: cuentan {{classes}}; un día es negativo con {{negativeBy}} sin ninguna de ellas.',
  planUntil:
    'Plan de pruebas desde el {{from}} hasta el {{until}}: cuentan {{classes}}; un día es negativo con {{negativeBy}} sin ninguna de ellas.',
  negativeBy: {
    specimen: 'una muestra válida',
    'attended-visit': 'una visita asistida',
  },
  DrugTestResultRecorded: 'Prueba de drogas {{specimen}}, tomada el {{day}}: {{results}}.',
  reports: {
    final: '{{specimen}}',
    preliminary: '{{specimen}} (informe preliminar)',
    corrected: '{{specimen}} (informe corregido)',
    cancelled: '{{specimen}} (informe anulado)',
  },
  found: {
    positive: 'positiva para {{classes}} (presuntiva)',
    definitive: 'positiva para {{classes}} (definitiva)',
    negative: 'negativa',
    negatives_one: '{{count}} negativa',
    negatives_other: '{{count}} negativas',
    indeterminate: '{{classes}} sin decidir',
    notDone: '{{classes}} sin hacer',
    nothing: 'sin resultados',
    withValidity: '{{results}}; muestra {{validity}}',
  },
  drawn: 'Prueba de drogas al azar, sorteada para el {{day}}.',
  drawnAfter: 'Prueba de drogas al azar, sorteada para el {{day}}, el primer día después de {{after}}.',
  DrugTestScheduled: 'Prueba de drogas programada {{cause}}, hasta {{moment}}.',
  DrugTestNotCollected: 'Prueba de drogas del {{day}} sin muestra: {{outcome}}.',
  DrugTestDisposed: '{{class, capital}} de {{specimen}}: {{meaning, small}}.',
  DrugTestReviewed: 'Revisión clínica de {{class}} de {{specimen}}: {{finding}}.',
  UseAcknowledged: 'La persona comunica consumo de {{class}}, por última vez el {{day}}.',
  UseEstablished: 'Nuevo consumo establecido: {{classes}}, muestra del {{day}} ({{specimens}}).',
  establishedByWord: 'Nuevo consumo establecido: {{classes}}, comunicado por la persona, {{day}}.',
  UseWithdrawn: 'Un consumo ya no consta: se volvió a evaluar aquello en que se basaba.',
  ConfirmationRequested: 'Confirmación de {{classes}} solicitada ({{specimen}}); se cierra el {{day}}.',
  notCollected: {
    missed: 'no realizada',
    excused: 'justificada',
    declined: 'no quiso hacerla',
    unable: 'no pudo dar una muestra',
  },
  scheduled: {
    plan: 'según el plan',
    'for-cause': 'por un motivo',
    admission: 'al ingreso',
    random: 'al azar',
  },
  findings: {
    'unexpected-use': 'positivo inesperado, tratado como nuevo consumo',
    'expected-prescribed': 'explicado por un medicamento',
    negative: 'negativo',
    inconclusive: 'no concluyente',
  },
  validity: {
    valid: 'válida',
    dilute: 'diluida',
    substituted: 'sustituida',
    adulterated: 'adulterada',
    invalid: 'no válida',
    'not-recorded': 'validez no registrada',
  },
  extra: {
    weekend: 'un fin de semana',
    holiday: 'un día festivo',
    payday: 'un día de pago',
    pass: 'un permiso breve',
  },
};
