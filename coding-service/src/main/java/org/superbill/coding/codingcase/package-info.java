/** The coding case: one encounter's way from completed to coded, with every version kept. */
@NullMarked
package org.superbill.coding.codingcase;

import org.jspecify.annotations.NullMarked;
