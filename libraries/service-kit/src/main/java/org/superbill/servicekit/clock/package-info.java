/** The business clock: deadlines, cycles and ageing read it, tokens, timeouts and audit times do not. */
@NullMarked
package org.superbill.servicekit.clock;

import org.jspecify.annotations.NullMarked;
