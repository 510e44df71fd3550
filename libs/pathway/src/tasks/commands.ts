export interface TaskCommands {
  CompleteTask: { readonly taskId: string };
}

export const taskCommandTypes = ['CompleteTask'] as const satisfies readonly (keyof TaskCommands)[];
