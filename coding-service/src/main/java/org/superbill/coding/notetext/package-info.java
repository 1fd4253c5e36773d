/** Clinical notes as text: markup taken away without losing where each character came from, sections, sentences and words. */
@NullMarked
package org.superbill.coding.notetext;

import org.jspecify.annotations.NullMarked;
