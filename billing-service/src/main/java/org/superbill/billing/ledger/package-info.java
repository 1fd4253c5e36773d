/** The books: double entry, append only. A balance is the sum of lines; a correction is a reversal, never a change. */
@NullMarked
package org.superbill.billing.ledger;

import org.jspecify.annotations.NullMarked;
