/** The rule that would have caught a denial: made of the denied claim and the reason, offered to a person who writes it down. */
@NullMarked
package org.superbill.billing.ruleproposal;

import org.jspecify.annotations.NullMarked;
