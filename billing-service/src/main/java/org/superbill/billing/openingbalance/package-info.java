/** Takes over what was open in a former system: claims with their control numbers, so that their remittances post, and patients' balances. */
@NullMarked
package org.superbill.billing.openingbalance;

import org.jspecify.annotations.NullMarked;
