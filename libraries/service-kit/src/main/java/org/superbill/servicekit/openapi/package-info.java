/** What every service's OpenAPI document has in common: the Idempotency-Key header, bearer tokens and the problems that the kit itself answers. */
@NullMarked
package org.superbill.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
