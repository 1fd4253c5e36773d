/** Two sets of books of the same money: the payer's and ours. */
@NullMarked
package org.superbill.systemtests.books;

import org.jspecify.annotations.NullMarked;
