/** What coding-service hears from other services. */
@NullMarked
package org.superbill.coding.inbound;

import org.jspecify.annotations.NullMarked;
