/** The way in: every request to {@code /api/v1} is authenticated here and streamed to the service that owns its path. */
@NullMarked
package org.superbill.gateway.proxy;

import org.jspecify.annotations.NullMarked;
