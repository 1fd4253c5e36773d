/** Money that is owed back: requests of payers on paper and credits of claims, from the request until the payer acknowledges it. */
@NullMarked
package org.superbill.billing.refund;

import org.jspecify.annotations.NullMarked;
