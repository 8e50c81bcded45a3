// Small comforts. Every page does its work without this file.
import { dragCards } from './drag';
import { confirmLeaving, growTextAreas, submitFiltersOnChange, previewPhotos } from './forms';
import { livePages } from './live';
import { resumableUploads } from './uploads';
import { placeOnPress } from './place';
import { focusSearch, printButtons, copyButtons } from './page';

focusSearch();
printButtons();
copyButtons();
growTextAreas();
submitFiltersOnChange();
confirmLeaving();
previewPhotos();
resumableUploads();
livePages();
dragCards();
placeOnPress();
for (const box of document.querySelectorAll<HTMLElement>('[data-sketch]')) void import('./sketch').then(({ sketch }) => { sketch(box); });
