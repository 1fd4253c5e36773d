/** Coded encounters that name no coverage: nobody bills a payer for them, and nobody may forget them. */
@NullMarked
package org.superbill.billing.uncovered;

import org.jspecify.annotations.NullMarked;
