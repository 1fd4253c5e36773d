/** One OpenAPI document for everything behind the gateway, put together in the build from the documents that the services check in. */
@NullMarked
package org.superbill.gateway.openapi;

import org.jspecify.annotations.NullMarked;
