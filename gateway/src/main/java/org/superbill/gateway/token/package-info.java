/** The local issuer of tokens: for a developer's machine, where there is no OIDC provider. Production refuses to start with its key. */
@NullMarked
package org.superbill.gateway.token;

import org.jspecify.annotations.NullMarked;
