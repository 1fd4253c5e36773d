/** What went wrong, told to callers as RFC 9457 problems: one mapper, a documented type for each case, and never a value, a stack trace or SQL in the text. */
@NullMarked
package org.superbill.servicekit.problem;

import org.jspecify.annotations.NullMarked;
