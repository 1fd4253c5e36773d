/** The claim and its versions: what may happen to it next, and what has happened. Everything that changes a claim goes through {@code Claim}. */
@NullMarked
package org.superbill.billing.claim;

import org.jspecify.annotations.NullMarked;
