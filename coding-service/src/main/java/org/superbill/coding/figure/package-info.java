/** What coding comes to: how much, how fast, how right, what was asked, and what is not billed yet. */
@NullMarked
package org.superbill.coding.figure;

import org.jspecify.annotations.NullMarked;
