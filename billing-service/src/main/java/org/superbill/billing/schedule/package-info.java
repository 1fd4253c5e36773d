/** When the claims of a payer leave: at once or at set times, by a biller's hand or by themselves; and when the payer is asked about them. */
@NullMarked
package org.superbill.billing.schedule;

import org.jspecify.annotations.NullMarked;
