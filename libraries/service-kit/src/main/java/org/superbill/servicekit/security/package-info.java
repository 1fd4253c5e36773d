/** Who is calling and what they may do: tokens are verified here, in every service, and one table gives each role its permissions. */
@NullMarked
package org.superbill.servicekit.security;

import org.jspecify.annotations.NullMarked;
