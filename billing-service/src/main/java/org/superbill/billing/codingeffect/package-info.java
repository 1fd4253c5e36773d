/** What a payer is expected to allow for other codes than the billed ones, when coding-service's auditors ask. */
@NullMarked
package org.superbill.billing.codingeffect;

import org.jspecify.annotations.NullMarked;
