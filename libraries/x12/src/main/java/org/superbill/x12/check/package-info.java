/**
 * Holds X12 against its guides as payers do, while it is read: the situational rules, the sums, what segments say of each other,
 * the external code lists. The rules of each transaction lie in one class ({@code ProfessionalRules} …); {@link
 * org.superbill.x12.check.Checker} is where to start.
 */
@NullMarked
package org.superbill.x12.check;

import org.jspecify.annotations.NullMarked;
