/** What a payer has allowed less than its contract says, found when its payment is posted, and what became of each case. */
@NullMarked
package org.superbill.billing.underpayment;

import org.jspecify.annotations.NullMarked;
