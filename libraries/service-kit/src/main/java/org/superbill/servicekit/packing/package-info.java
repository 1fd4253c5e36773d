/** Packed files from outside: how they begin, and how much may come out of them. */
@NullMarked
package org.superbill.servicekit.packing;

import org.jspecify.annotations.NullMarked;
