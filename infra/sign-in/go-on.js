// Whoever came here to leave has said so already.
document.querySelector('#leave')?.click();
