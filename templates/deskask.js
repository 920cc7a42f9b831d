// What the desk asks its server for.

export const query = values => "?" + new URLSearchParams(values);
export class Lost extends Error {} // what the server did not give
export const get = async address => {
  const answer = await fetch(address).catch(fault => { throw new Lost(fault.message); });
  if (!answer.ok) throw new Lost(address + ": " + answer.status);
  return answer;
};
