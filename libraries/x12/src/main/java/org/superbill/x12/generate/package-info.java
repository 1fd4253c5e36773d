/** Invented files of any size, for load tests: the same for the same seed, written claim by claim. */
@NullMarked
package org.superbill.x12.generate;

import org.jspecify.annotations.NullMarked;
