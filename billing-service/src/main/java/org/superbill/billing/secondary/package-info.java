/** Payers in turn: what each has decided, read from its remittance as it came, and whether it has passed a claim on by itself. */
@NullMarked
package org.superbill.billing.secondary;

import org.jspecify.annotations.NullMarked;
