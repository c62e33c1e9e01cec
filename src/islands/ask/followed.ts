/** Token of the closed request that a message goes on from, as the status page's link gave it. */
export const followed = (): string | undefined =>
  new URLSearchParams(location.search).get("follows")?.slice(0, 200) || undefined;
