/** Answers to a file: TA1 and 999 (005010X231A1), read, and made from what was found in a received file. */
@NullMarked
package org.superbill.x12.acknowledgment;

import org.jspecify.annotations.NullMarked;
