/** Readers of the official files that make releases of code systems, replacement tables and maps: one class for each kind of file. */
@NullMarked
package org.superbill.coding.officialcodes;

import org.jspecify.annotations.NullMarked;
