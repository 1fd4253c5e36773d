/** Whose data a thread may see: the tenant is the organization, kept by Hibernate and by PostgreSQL's row-level security under it. */
@NullMarked
package org.superbill.servicekit.tenancy;

import org.jspecify.annotations.NullMarked;
