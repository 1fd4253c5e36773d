/** The organization: the tenant, the billing provider of its claims (005010X222A1, loops 1000A, 2010AA and 2010AB). */
@NullMarked
package org.superbill.patient.organization;

import org.jspecify.annotations.NullMarked;
