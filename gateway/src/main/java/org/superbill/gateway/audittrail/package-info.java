/** Who touched patient data, when, why and from where: fed by {@code audit-recorded}, append only, chained by hash. */
@NullMarked
package org.superbill.gateway.audittrail;

import org.jspecify.annotations.NullMarked;
