<#assign subject>Troisième rappel : ${asked} échus · ${customer.number} · ${company.name}</#assign>
<#assign opening>Malgré deux rappels, les montants suivants sont toujours ouverts selon nos livres au ${day}.</#assign>
<#assign request>Merci de payer sans plus attendre. Si vous ne le pouvez pas, ou si vous n’êtes pas d’accord, contactez-nous dès maintenant afin que nous trouvions ensemble une solution.</#assign>
