/** The claims that the payer has taken in and what has become of them. */
@NullMarked
package org.superbill.payersimulator.claims;

import org.jspecify.annotations.NullMarked;
