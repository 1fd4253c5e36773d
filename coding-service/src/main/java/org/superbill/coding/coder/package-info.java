/** Coders: what they are certified in, what they know, and how much they can carry. */
@NullMarked
package org.superbill.coding.coder;

import org.jspecify.annotations.NullMarked;
