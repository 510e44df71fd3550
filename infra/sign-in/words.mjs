const roles = {
  en: {
    coordinator: 'Care coordinator',
    therapist: 'Therapist',
    prescriber: 'Prescriber',
    nurse: 'Nurse',
    'peer-worker': 'Peer worker',
    'medical-director': 'Medical director',
    'programme-manager': 'Programme manager',
    'privacy-officer': 'Privacy officer',
    administrator: 'Administrator',
  },
  es: {
    coordinator: 'Coordinación de la atención',
    therapist: 'Terapeuta',
    prescriber: 'Profesional que receta',
    nurse: 'Enfermería',
    'peer-worker': 'Apoyo entre pares',
    'medical-director': 'Dirección médica',
    'programme-manager': 'Gestión del programa',
    'privacy-officer': 'Responsable de privacidad',
    administrator: 'Administración',
  },
};

/** Everything that the pages say. */
export const words = {
  en: {
    roles: roles.en,
    title: 'Who is signing in?',
    lead: 'The demonstration clinic has one person for each role. No password is asked for: this sign-in is for development, on this machine only.',
    list: 'People of the demonstration clinic',
    everywhere: 'All sites',
    site: (sites) => (sites.length === 1 ? `Site: ${sites[0]}` : `Sites: ${sites.join(', ')}`),
    leaving: 'Signing out',
    leave: 'Sign out',
    troubleTitle: 'This sign-in came to no end',
    trouble: 'It took too long, or was begun in another window. Go back to Stepway and sign in again.',
  },
  es: {
    roles: roles.es,
    title: '¿Quién inicia sesión?',
    lead: 'La clínica de demostración tiene una persona para cada función. No se pide contraseña: este inicio de sesión es para desarrollo y solo en este equipo.',
    list: 'Personas de la clínica de demostración',
    everywhere: 'Todos los centros',
    site: (sites) => (sites.length === 1 ? `Centro: ${sites[0]}` : `Centros: ${sites.join(', ')}`),
    leaving: 'Cerrando la sesión',
    leave: 'Cerrar sesión',
    troubleTitle: 'Este inicio de sesión no se completó',
    trouble: 'Tardó demasiado o se empezó en otra ventana. Vuelva a Stepway e inicie sesión de nuevo.',
  },
};
