/** Payments of payers: each ST of an 835 is posted whole or not at all, and the same money once. */
@NullMarked
package org.superbill.billing.remittance;

import org.jspecify.annotations.NullMarked;
