/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import '@hotwired/turbo';
import './elements/action-board.ts';
import './elements/auto-submit.ts';
import './elements/cause-outline.ts';
import './elements/chart-tip.ts';
import './elements/copy-link.ts';
import './elements/effort-matrix.ts';
import './elements/file-upload.ts';
import './elements/keep-form.ts';
import './elements/look-up.ts';
import './elements/menus.ts';
import './elements/part-order.ts';
import './elements/passage-picker.ts';
import './elements/paste-table.ts';
import './elements/picture-links.ts';
import './elements/poll-frame.ts';
import './elements/rich-text.ts';
