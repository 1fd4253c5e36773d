/** Rules of payers and of the organization, as data: a condition in CEL over the claim, with its tests, its dry run over past claims, and a switch. */
@NullMarked
package org.superbill.billing.editrule;

import org.jspecify.annotations.NullMarked;
