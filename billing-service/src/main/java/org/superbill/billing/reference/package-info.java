/** Billing's own copy of what other services own: practice, payers, patients, coverages, codings; and the facts of a claim made of it. */
@NullMarked
package org.superbill.billing.reference;

import org.jspecify.annotations.NullMarked;
