/** What billing hears of other services; each handler hands on to the feature that it concerns. */
@NullMarked
package org.superbill.billing.inbound;

import org.jspecify.annotations.NullMarked;
