/** What every OpenAPI document says of what the kit does for all services: what an operation demands, who may call it, and what its answers carry. */
@NullMarked
package org.superbill.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
