/** Bodies of HTTP answers, which come from others: read within a time. */
@NullMarked
package org.superbill.billing.httpbody;

import org.jspecify.annotations.NullMarked;
