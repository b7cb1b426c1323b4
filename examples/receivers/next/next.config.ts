// Not typed as NextConfig: that import makes NODE_ENV a must in every `env` of this repository.
export default {
  // Next.js answers "/webhooks/smartpay/" with a redirect, and a provider follows none.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
};
