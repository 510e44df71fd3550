import type { decisions as english } from '../en/decisions.ts';
import type { TranslationOf } from '../translation-of.ts';

export const decisions: TranslationOf<typeof english> = {
  stepUp: {
    started: 'Nuevo consumo: empieza más apoyo.',
    proposed: 'Nuevo consumo: se propone más apoyo a una persona.',
    joined: 'Nuevo consumo: se suma a un movimiento en marcha o hecho desde entonces.',
    nothing: 'Nuevo consumo: menos consumos que aquellos a partir de los cuales el programa ofrece más apoyo.',
    task: 'Nuevo consumo: no mueve a nadie por sí solo; una persona lo revisa.',
  },
  stepUpBecause: {
    'no-open-crisis': 'Nuevo consumo: se propone más apoyo a una persona, porque una crisis va primero.',
    'no-assessment-for-this-level':
      'Nuevo consumo: se propone más apoyo a una persona, porque una evaluación que conocía el resultado indica el nivel actual.',
    'reported-in-time':
      'Nuevo consumo: se propone más apoyo a una persona, porque el resultado se supo mucho después de la toma.',
    'not-held-before':
      'Nuevo consumo: se propone más apoyo a una persona, porque los movimientos automáticos estaban en pausa cuando se encontró.',
    'mode-automatic': 'Nuevo consumo: en un caso así el programa propone más apoyo a una persona.',
    'in-care':
      'Nuevo consumo: no mueve a nadie por sí solo, porque la persona no está ahora en atención; hay una revisión clínica.',
    'collected-since-admission':
      'Nuevo consumo: no mueve a nadie por sí solo, porque la muestra es de antes del ingreso; hay una revisión clínica.',
    'no-discharge-since-collection':
      'Nuevo consumo: no mueve a nadie por sí solo, porque la persona salió desde entonces y regresó; hay una revisión clínica.',
    'not-cleared-before-this-stay':
      'Nuevo consumo: no mueve a nadie por sí solo, porque se supo tarde y una muestra posterior fue negativa; hay una revisión clínica.',
    'not-in-hospital-or-jail':
      'Nuevo consumo: la persona está en el hospital o en la cárcel; se pide una reevaluación.',
    'moves-by-rule': 'Nuevo consumo: el programa deja a una persona lo que sigue; se pide una reevaluación.',
    'withdrawal-risk':
      'Nuevo consumo: el movimiento necesita un signo de riesgo de abstinencia; se pide una valoración o una reevaluación.',
    'no-opioid-withdrawal-in-pregnancy':
      'Nuevo consumo: ninguna regla lleva a la retirada de opioides en el embarazo; se pide una reevaluación.',
    'target-is-indicated':
      'Nuevo consumo: el movimiento necesita una evaluación que lo indique; se pide una reevaluación.',
    'level-can-step-up':
      'Nuevo consumo: desde aquí las reglas no pueden mover a ningún nivel; se pide una reevaluación.',
    'no-hold':
      'Nuevo consumo: los movimientos automáticos están en pausa; se vuelve a considerar cuando termine la pausa.',
  },
  stepDown: {
    started: 'Empieza menos apoyo.',
    proposed: 'Se propone menos apoyo a una persona.',
    nothing: 'Se consideró menos apoyo; una persona decidió que continúe el nivel actual.',
    task: 'Se consideró menos apoyo y queda en espera; aún no se cumple: {{rules}}.',
  },
  reversal: {
    proposed: 'Aquello en que se basaba un movimiento ya no consta: se propone a una persona volver atrás.',
    task: 'Aquello en que se basaba un movimiento ya no consta: nada se revierte por sí solo; una persona lo revisa.',
  },
  recommended: 'Nivel indicado {{code}} (criterios ASAM, {{edition}} edición): {{because}}.',
  recommendedHere: 'Nivel indicado {{code}} (criterios ASAM, {{edition}} edición), aquí {{level}}: {{because}}.',
  noDimensionAsksForMore: 'ninguna dimensión pide más',
  byDimensions: 'por la dimensión {{dimensions}}',
};
